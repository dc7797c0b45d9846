using System.Runtime.CompilerServices;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>
/// Finds the layout that trials with the same parameters share. Of very many different ones it keeps some only: they come again seldom.
/// </summary>
internal sealed class ParameterLayouts
{
    // Layouts count by their length, so that a few long ones are not kept in the place of many short ones.
    private const int MaximumEntries = 64 * JournalLimits.MaximumRemembered;

    private readonly Dictionary<int, ParameterLayout> _byHash = [];
    private int _entryCount;

    // Nearly always the next trial's, too.
    private ParameterLayout _last = ParameterLayout.Empty;

    /// <summary>The layout of a trial's parameters, each name once.</summary>
    public ParameterLayout Of(List<JournalParameter> parameters)
    {
        if (_last.IsOf(parameters))
        {
            return _last;
        }

        int hash = HashOf(parameters);
        if (_byHash.TryGetValue(hash, out ParameterLayout? known) && known.IsOf(parameters))
        {
            return _last = known;
        }

        _last = new ParameterLayout([.. parameters.Select(static parameter => (parameter.Name, parameter.Distribution))]);
        if (_byHash.Count < JournalLimits.MaximumRemembered && _entryCount + parameters.Count <= MaximumEntries && _byHash.TryAdd(hash, _last))
        {
            _entryCount += parameters.Count;
        }

        return _last;
    }

    private static int HashOf(List<JournalParameter> parameters)
    {
        var hash = default(HashCode);
        foreach (JournalParameter parameter in parameters)
        {
            hash.Add(RuntimeHelpers.GetHashCode(parameter.Name));
            hash.Add(RuntimeHelpers.GetHashCode(parameter.Distribution));
        }

        return hash.ToHashCode();
    }
}
