"""THE WORLD: channels, web, worker, console and command line. The only layer that does I/O with people and providers."""
