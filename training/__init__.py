"""Learns the weights of `messages/classifier` from collected texts. Not part of the running product."""
