using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace HyperTune.Benchmarks;

/// <summary>The linear algebra of Gaussian processes, each routine on the same covariance matrix.</summary>
internal static class CholeskyRivals
{
    public const string Topic = "cholesky";

    private const ulong Seed = 5;
    private const int Dimension = 10;

    private static readonly int[] Sizes = [50, 100, 300];

    public static IEnumerable<Rivals> Create()
    {
        // Suggestions run on one core: the others belong to the study's other trials.
        Control.UseSingleThread();
        ILinearAlgebraProvider library = LinearAlgebraControl.Provider;
        foreach (int size in Sizes)
        {
            GaussianProcess process = CreateProcess(size);
            int padded = Cholesky.PaddedSize(size);
            double[] matrix = Covariances(process, padded);
            double[] columns = Dense(matrix, size, padded);
            double[] work = new double[padded * padded];
            double[] inverse = new double[padded * padded];
            double[] factor = [.. matrix];
            if (!Cholesky.TryFactor(factor, padded))
            {
                throw new InvalidOperationException("The covariances are not positive definite.");
            }

            double[] libraryWork = new double[size * size];
            double[] libraryFactor = [.. columns];
            library.CholeskyFactor(libraryFactor, size);
            double[] left = matrix[..size];
            double[] right = columns[..size];
            double dot = 0;
            double[] identity = new double[size * size];
            for (int i = 0; i < size; i++)
            {
                identity[(i * size) + i] = 1;
            }

            yield return new Rivals(
                "dot product",
                $"{size}",
                "SimdMath.Dot",
                () => dot = SimdMath.Dot(matrix, columns, size),
                "MathNet DotProduct",
                () => dot = library.DotProduct(left, right));
            yield return new Rivals(
                "factor a covariance matrix",
                $"{size}",
                "Cholesky.TryFactor",
                () =>
                {
                    matrix.CopyTo(work, 0);
                    Cholesky.TryFactor(work, padded);
                },
                "MathNet CholeskyFactor",
                () =>
                {
                    columns.CopyTo(libraryWork, 0);
                    library.CholeskyFactor(libraryWork, size);
                });
            yield return new Rivals(
                "its inverse, for the gradient",
                $"{size}",
                "InvertLower, TransposedSquare",
                () =>
                {
                    Cholesky.InvertLower(factor, inverse, padded);
                    Cholesky.TransposedSquare(inverse, work, padded);
                },
                "MathNet CholeskySolveFactored",
                () =>
                {
                    identity.CopyTo(libraryWork, 0);
                    library.CholeskySolveFactored(libraryFactor, size, libraryWork, size);
                });
            double[] outputs = new double[size];
            double[] solution = new double[size];
            FillOutputs(outputs);
            yield return new Rivals(
                "solve for new outputs",
                $"{size}",
                "GaussianProcess.SetOutputs",
                () => process.SetOutputs(outputs),
                "MathNet CholeskySolveFactored, twice",
                () =>
                {
                    // The mean takes a second right-hand side, the ones.
                    outputs.CopyTo(solution, 0);
                    library.CholeskySolveFactored(libraryFactor, size, solution, 1);
                    solution.AsSpan().Fill(1);
                    library.CholeskySolveFactored(libraryFactor, size, solution, 1);
                });
            double[] point = new double[Dimension];
            Array.Fill(point, 0.5);
            yield return new Rivals(
                "append a trial",
                $"{size}",
                "GaussianProcess.Append",
                () =>
                {
                    process.Append(point);
                    process.Truncate(size);
                },
                "MathNet CholeskyFactor anew",
                () =>
                {
                    columns.CopyTo(libraryWork, 0);
                    library.CholeskyFactor(libraryWork, size);
                });
        }
    }

    private static GaussianProcess CreateProcess(int size)
    {
        var random = new RandomStream(Seed);
        var points = new PointSet(Dimension, size + 1);
        Span<double> point = stackalloc double[Dimension];
        for (int i = 0; i < size; i++)
        {
            foreach (ref double coordinate in point)
            {
                coordinate = random.NextUnit();
            }

            points.Add(point);
        }

        Hyperparameters hyperparameters = Hyperparameters.FromLogarithms(new HyperparameterPrior(Dimension).Start);
        return new GaussianProcess(new AdditiveMaternKernel(hyperparameters, Dimension), points);
    }

    private static double[] Covariances(GaussianProcess process, int padded)
    {
        var point = new KernelPoint(Dimension);
        var matrix = new double[padded * padded];
        for (int i = 0; i < process.Count; i++)
        {
            process.Inputs.CopyTo(i, point);
            Span<double> row = matrix.AsSpan(i * padded, padded);
            process.Kernel.Covariances(process.Inputs, i, point, row);
            row[i] = process.PriorVariance + process.Kernel.Hyperparameters.NoiseVariance;
        }

        Cholesky.Pad(matrix, process.Count, padded);
        return matrix;
    }

    // The library wants whole symmetric matrices without padding.
    private static double[] Dense(double[] matrix, int size, int padded)
    {
        var dense = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                dense[(i * size) + j] = dense[(j * size) + i] = matrix[(i * padded) + j];
            }
        }

        return dense;
    }

    private static void FillOutputs(Span<double> outputs)
    {
        var random = new RandomStream(Seed, 1);
        foreach (ref double output in outputs)
        {
            output = random.NextNormal();
        }
    }
}
