"""`python -m dostransformer` is the command `dostransformer`."""
from dostransformer.app.cli import main

if __name__ == '__main__': main()
