using System.Collections.Immutable;
using HyperTune.Numerics.Pareto;
using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>How much a study's front has reached so far, seen from a reference; computed only when the front has changed.</summary>
/// <param name="reference">The losses that everything of interest is below.</param>
internal sealed class FrontVolume(double[] reference)
{
    private readonly Lock _computing = new();
    private ImmutableArray<int> _front = [];
    private double _volume;

    /// <summary>The volume of a front.</summary>
    /// <param name="front">The numbers of its trials, in ascending order.</param>
    /// <param name="trials">The study's trials; the losses of those that ended do not change.</param>
    public double Of(ImmutableArray<int> front, TrialTable trials)
    {
        lock (_computing)
        {
            if (!front.AsSpan().SequenceEqual(_front.AsSpan()))
            {
                _volume = Hypervolume.Of(front.Select(number => trials.Losses(number).ToArray()), reference);
                _front = front;
            }

            return _volume;
        }
    }
}
