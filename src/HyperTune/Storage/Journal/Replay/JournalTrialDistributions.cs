using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>The distributions of a trial's parameters.</summary>
internal sealed class JournalTrialDistributions
{
    private readonly Dictionary<string, JournalDistribution> _byName = new(StringComparer.Ordinal);

    // The parameters by their places among a trial's values, with their names as they stand in the file: those of the next trial nearly always are the same.
    private readonly List<(byte[] Raw, string Name, JournalDistribution Distribution)> _byPlace = [];

    /// <summary>How many there are.</summary>
    public int Count => _byName.Count;

    /// <summary>Notes a distribution, in the place of an earlier one of that name.</summary>
    public void Set(string name, JournalDistribution distribution) => _byName[name] = distribution;

    /// <summary>The parameter that a trial has a value of.</summary>
    /// <param name="place">How many of its values stand before it.</param>
    /// <param name="encoded">The name in the file.</param>
    /// <param name="interner">Knows the name behind it.</param>
    /// <exception cref="JournalFormatException">It has no distribution.</exception>
    public (string Name, JournalDistribution Distribution) Find(int place, JournalString encoded, JournalInterner interner)
    {
        if (place < _byPlace.Count && encoded.Raw.SequenceEqual(_byPlace[place].Raw))
        {
            return (_byPlace[place].Name, _byPlace[place].Distribution);
        }

        string name = interner.Name(encoded);
        if (!_byName.TryGetValue(name, out JournalDistribution? distribution))
        {
            throw new JournalFormatException($"The parameter \"{JournalLimits.Excerpt(name)}\" has a value and no distribution.");
        }

        // No more places than parameters: a trial may name one often.
        if (place == _byPlace.Count && place < Count)
        {
            _byPlace.Add((encoded.Raw.ToArray(), name, distribution));
        }

        return (name, distribution);
    }
}
