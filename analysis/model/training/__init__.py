"""How the language model is made again: `make model GOLD=../shared`. Needs PyTorch; nothing else imports this."""
