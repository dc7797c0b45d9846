using System.Diagnostics;
using HyperTune.Numerics;

namespace HyperTune.Benchmarks.Everyday;

/// <summary>Draws from a space that was narrowed at run time, beside draws from the whole one, in turn.</summary>
internal sealed class NarrowedPart : WaysPart
{
    private const int Rounds = 25;
    private const int Draws = 200_000;

    public override string Name => "narrowed";

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        SearchSpace<StorageConfig> whole = StorageConfig.Space;
        SearchSpace<StorageConfig> narrowed = StorageConfig.Space.Narrow(
            static s => s.Rate.AtMost(1e-2), static s => s.Units.To(32, 64), static s => s.Layers.AtLeast(3), static s => s.Activation.Only("relu", "gelu"));
        double[] ratios = new double[Rounds];
        double[] nanoseconds = new double[Rounds];
        for (int round = -2; round < Rounds; round++)
        {
            // Whoever comes second has the warmer caches.
            double first = Time(round % 2 == 0 ? whole : narrowed);
            double second = Time(round % 2 == 0 ? narrowed : whole);
            if (round >= 0)
            {
                (double of, double part) = round % 2 == 0 ? (first, second) : (second, first);
                (ratios[round], nanoseconds[round]) = (part / of, of);
            }
        }

        output.WriteLine(FormattableString.Invariant(
            $"A draw of {whole.DimensionCount} parameters: {Quartiles.Of(nanoseconds).Median:F0} ns from the whole space; from a narrowed one {Quartiles.Of(ratios).Median:F2} times that."));
        output.WriteLine();
        Aim.Write(output, "times the whole space", Quartiles.Of(ratios).Median, 1.05);
    }

    private static double Time(SearchSpace<StorageConfig> space)
    {
        var random = new RandomStream(1, stream: 1);
        int units = 0;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Draws; i++)
        {
            units += space.Sample(ref random).Units;
        }

        double time = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Draws;
        return units > 0 ? time : throw new FaultException("Nothing was drawn.");
    }
}
