"""共享: this laptop, those it knows, what is handed on and what came."""
