using System.Runtime.Intrinsics;

namespace HyperTune.Benchmarks;

/// <summary>The exponential functions of kernels.</summary>
internal static class ExponentialRivals
{
    public const string Topic = "exp";

    private const int Count = 256;
    private const int ErrorPoints = 20_000;
    private const ulong Seed = 11;

    // Of a kernel: beyond, a covariance is nothing.
    private const double SmallestExponent = -30;

    public static IEnumerable<Rivals> Create()
    {
        double[] negative = Draw(SmallestExponent, 0);
        double[] results = new double[Count];
        yield return new Rivals(
            "exponentials, double",
            $"{Count}",
            "SimdMath.ExpOfNegative",
            () =>
            {
                for (int i = 0; i < Count; i += SimdMath.Width)
                {
                    SimdMath.Store(SimdMath.ExpOfNegative(SimdMath.Load(negative, i)), results, i);
                }
            },
            "Vector256.Exp",
            () =>
            {
                for (int i = 0; i < Count; i += SimdMath.Width)
                {
                    SimdMath.Store(Vector256.Exp(SimdMath.Load(negative, i)), results, i);
                }
            })
        {
            OurNote = Error(SmallestExponent, 0, static x => SimdMath.ExpOfNegative(Vector256.Create(x))[0]),
            LibraryNote = Error(SmallestExponent, 0, static x => Vector256.Exp(Vector256.Create(x))[0]),
        };
    }

    private static double[] Draw(double low, double high)
    {
        var random = new RandomStream(Seed);
        var values = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            values[i] = low + (random.NextUnit() * (high - low));
        }

        return values;
    }

    private static string Error(double low, double high, Func<double, double> approximate)
    {
        double largest = 0;
        for (int i = 0; i <= ErrorPoints; i++)
        {
            double x = low + ((high - low) * i / ErrorPoints);
            largest = Math.Max(largest, Math.Abs(ExactExponential.RelativeError(x, approximate(x))));
        }

        return $"relative error {Quartiles.Format(largest)}";
    }
}
