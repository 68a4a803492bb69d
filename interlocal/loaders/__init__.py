"""What reads sources and emits records: one module or folder a source."""
