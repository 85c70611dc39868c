"""What we need from outside, each as a Protocol; adapters implement it, stand-ins included."""
