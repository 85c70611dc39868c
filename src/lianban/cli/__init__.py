"""The command line: `./lianban COMMAND`."""
