"""Asks the cmaes package for points of [-end, end]^d, with its defaults and restarts with twice the population, as its documentation shows.

Arguments: the number of dimensions, the end and the seed. Prints one line a trial, the point, and reads one, the value. Ends with its input.
"""

import sys

import numpy
from cmaes import CMA

dimensions, end, seed = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
random = numpy.random.RandomState(seed)
bounds = numpy.array([[-end, end]] * dimensions)
optimizer = CMA(mean=numpy.zeros(dimensions), sigma=2 * end / 6, bounds=bounds, seed=seed)
while True:
    solutions = []
    for _ in range(optimizer.population_size):
        point = optimizer.ask()
        print(*map(repr, map(float, point)), flush=True)
        line = sys.stdin.readline()
        if not line:
            sys.exit()

        solutions.append((point, float(line)))

    optimizer.tell(solutions)
    if optimizer.should_stop():
        mean = bounds[:, 0] + random.rand(dimensions) * 2 * end
        optimizer = CMA(mean=mean, sigma=2 * end / 6, bounds=bounds, seed=random.randint(1 << 30), population_size=2 * optimizer.population_size)
