using System.Globalization;
using HyperTune.Strategies.Replay;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// Runs a schedule again: a trial for each of its configs, each from the checkpoint of the one before, and then ends the study. For instance the schedule that led
    /// to the best trial of <see cref="PopulationBased()"/>, with more data or another seed of the training:
    /// <c>Strategy.Replay(result.LineageOf(result.BestObserved).Select(trial => trial.Config))</c>.
    /// </summary>
    /// <remarks>
    /// The trial of number n has config n of the schedule and goes on from trial n - 1. So trials run one after the other, and the study has one worker: where the
    /// trial before failed, the study ends.
    /// </remarks>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="schedule">The configs, in their order; at least one.</param>
    /// <exception cref="ArgumentException">There is no config, or one is not in the search space.</exception>
    public static Strategy Replay<T>(IEnumerable<T> schedule)
        where T : ISearchSpace<T>
    {
        ArgumentNullException.ThrowIfNull(schedule);
        SearchSpace<T> space = T.Space;
        var vectors = new List<double[]>();
        foreach (T config in schedule)
        {
            if (space.Validate(config) is { IsEmpty: false } errors)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Config {vectors.Count} of the schedule is not in the search space '{space.Name}': {string.Join(" ", errors)}"),
                    nameof(schedule));
            }

            double[] vector = new double[space.DimensionCount];
            space.Encode(config, vector);
            vectors.Add(vector);
        }

        return vectors.Count > 0 ? new ReplayStrategy(space, [.. vectors]) : throw new ArgumentException("A schedule needs at least one config.", nameof(schedule));
    }
}
