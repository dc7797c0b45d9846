using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Pruning.Race;

/// <summary>Stops trials that are worse than the best one fold by fold, by a paired test that knows how folds depend on each other.</summary>
internal sealed class RacePruner : Pruner
{
    private const int FewestFolds = 2;

    public RacePruner(double significance, double futility, int startupFolds)
    {
        if (significance is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(significance), significance, "The significance must be from 0 to 1.");
        }

        if (futility is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(futility), futility, "The futility must be from 0 to 1.");
        }

        Guard.AtLeast(startupFolds, FewestFolds);
        Futility = futility;
        Significance = significance;
        StartupFolds = startupFolds;
    }

    public double Significance { get; }

    public double Futility { get; }

    public int StartupFolds { get; }

    public override string ToString() => $"Race(significance {NumberFormat.Invariant(Significance)}, futility {NumberFormat.Invariant(Futility)}, startup {StartupFolds})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new RaceRun(this, context);
    }
}
