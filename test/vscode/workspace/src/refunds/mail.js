export const mail = (refund) => `You get ${refund.amount} back.`;
