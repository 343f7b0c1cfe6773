// Sends a refund through the sandbox.
