"""What may come in at the webhooks, and what must not."""
