using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.Storage;
using HyperTune.Studies.Engine;

namespace HyperTune.Studies.Restored;

/// <summary>Reads which parameters the trials of a study have, for one that was created by a program that declares no search space.</summary>
internal sealed class FoundParameters : IStudyFollower
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, Distribution> _distributions = new(StringComparer.Ordinal);
    private PointLayout? _last;

    private FoundParameters()
    {
    }

    /// <summary>Reads a log from its beginning.</summary>
    /// <param name="log">The log.</param>
    /// <param name="metrics">The study's metrics.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The space that the log declared last, or what its trials have where it declared none; and the seed that was chosen for it, <see langword="null"/> for none.
    /// </returns>
    public static async ValueTask<(SpaceOutline Space, long? Seed)> ReadAsync(StudyLog log, MetricsDescriptor metrics, CancellationToken cancellationToken)
    {
        string name = log.Header.Name;
        var state = new StudyState(new RestoredSpace(name, new SpaceOutline("", [])), metrics);
        var found = new FoundParameters();
        var session = new StudySession(log, state, found, name, new StudyClock(TimeProvider.System));
        await StudyLoading.LoadAsync(session, savesSnapshot: false, cancellationToken).ConfigureAwait(false);
        return (state.DeclaredLayout?.Outline ?? new SpaceOutline("", found.ToParameters()), state.ChosenSeed);
    }

    void IStudyFollower.Follow(in StudyEvent happened)
    {
        if (happened.Point.Layout is not { } layout || ReferenceEquals(layout, _last))
        {
            return;
        }

        _last = layout;
        foreach (ParameterOutline parameter in layout.Parameters)
        {
            if (_distributions.TryGetValue(parameter.Name, out Distribution? known))
            {
                _distributions[parameter.Name] = DistributionUnion.Of(known, parameter.Distribution);
            }
            else
            {
                _names.Add(parameter.Name);
                _distributions.Add(parameter.Name, parameter.Distribution);
            }
        }
    }

    private ImmutableArray<ParameterOutline> ToParameters() => [.. _names.Select(name => new ParameterOutline(name, _distributions[name], ""))];
}
