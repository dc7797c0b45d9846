using HyperTune.Numerics;

namespace HyperTune.Pruning.Auto;

/// <summary>Stops trials that will, all but certainly, not be the best.</summary>
internal sealed class AutoPruner : Pruner
{
    private readonly int? _lastStep;

    public AutoPruner(int? lastStep)
    {
        Guard.AtLeast(lastStep ?? 1, 1, nameof(lastStep));
        _lastStep = lastStep;
    }

    public override string ToString() => $"Auto({(_lastStep is { } last ? $"last step {last}" : "last step automatic")})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new AutoPrunerRun(context, _lastStep);
    }
}
