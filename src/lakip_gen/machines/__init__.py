"""Where many pieces of work are done: on the cores of this computer, or on a cluster of several."""
