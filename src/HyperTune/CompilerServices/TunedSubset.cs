using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;

namespace HyperTune.CompilerServices;

/// <summary>
/// A tuned subset of an enum's members between configs and vectors: an entry for each member, 1 where it is there and 0 where it is not. For generated code.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TunedSubset<T>
    where T : struct, Enum
{
    private static readonly ChoiceDistribution Presence = new(["false", "true"]);

    private readonly ImmutableArray<T> _members;
    private readonly ImmutableArray<string> _labels;
    private readonly ListedValues<bool>[] _values;
    private readonly ulong _all;
    private readonly int _least;

    /// <summary>Creates the subset.</summary>
    /// <param name="members">The members that can be there, each a single flag.</param>
    /// <param name="labels">Their names.</param>
    /// <param name="least">How many are there at least.</param>
    public TunedSubset(ImmutableArray<T> members, ImmutableArray<string> labels, int least)
    {
        _members = members;
        _labels = labels;
        _values = [.. labels.Select(static label => new ListedValues<bool>(label, [false, true]))];
        _all = members.Aggregate(0UL, static (union, member) => union | EnumBits.Of(member));
        _least = least;
    }

    /// <summary>The number of entries that the subset takes in a vector.</summary>
    public int DimensionCount => _members.Length;

    /// <summary>The subset of which nothing else is known: the first members, as many as have to be there.</summary>
    public T Default() => EnumBits.To<T>(_members.Take(_least).Aggregate(0UL, static (union, member) => union | EnumBits.Of(member)));

    /// <summary>Creates the parameters.</summary>
    /// <param name="scope">Where the subset lies.</param>
    /// <param name="description">What the user's documentation says of the member.</param>
    public SubsetParameters<T> CreateParameters(SpaceScope scope, string? description = null)
    {
        var flags = new ChoiceParameter<bool>[_members.Length];
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] = scope.Choice(i, _labels[i], Presence, _values[i], inactive: i < _least ? 1 : 0, description: description);
        }

        return new SubsetParameters<T>(scope.Prefix, _members, [.. flags]);
    }

    /// <summary>The subset behind its part of a vector.</summary>
    /// <param name="vector">The subset's part.</param>
    /// <exception cref="ArgumentOutOfRangeException">An entry is neither 0 nor 1.</exception>
    public T Decode(ReadOnlySpan<double> vector)
    {
        ulong bits = 0;
        for (int i = 0; i < _members.Length; i++)
        {
            bits |= _values[i].Decode(vector[i]) ? EnumBits.Of(_members[i]) : 0;
        }

        return EnumBits.To<T>(bits);
    }

    /// <summary>Writes the subset's part of a vector.</summary>
    /// <param name="subset">The subset; one with a flag that is no member has no vector and gives NaN.</param>
    /// <param name="vector">Receives the subset's part.</param>
    public void Encode(T subset, Span<double> vector)
    {
        ulong bits = EnumBits.Of(subset);
        bool isKnown = (bits & ~_all) == 0;
        for (int i = 0; i < _members.Length; i++)
        {
            vector[i] = !isKnown ? double.NaN : (bits & EnumBits.Of(_members[i])) != 0 ? 1 : 0;
        }
    }

    /// <summary>Draws the subset's part of a vector, without regard to how many members have to be there.</summary>
    /// <param name="random">The source of randomness.</param>
    /// <param name="vector">Receives the subset's part.</param>
    public void SampleVector(ref RandomStream random, Span<double> vector)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            vector[i] = Presence.FromUnit(random.NextUnit());
        }
    }

    /// <summary>Adds what is wrong with a subset.</summary>
    /// <param name="errors">Receives the error.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="subset">The subset.</param>
    public void Validate(ICollection<ValidationError> errors, SubsetParameters<T> parameters, T subset)
    {
        if ((EnumBits.Of(subset) & ~_all) != 0)
        {
            errors.Add(new ValidationError(parameters.Name, $"{subset} is not allowed. Allowed: any of {string.Join(", ", _labels)}."));
        }
        else if (Count(subset) is var count && count < _least)
        {
            errors.Add(new ValidationError(parameters.Name, $"{count} members are not allowed. Allowed: {_least} to {_members.Length}."));
        }
    }

    /// <summary>The name of the constraint that a subset with too few members breaks, or <see langword="null"/> when it has enough.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="subset">The subset.</param>
    public string? FindViolatedConstraint(SubsetParameters<T> parameters, T subset) => Count(subset) < _least ? $"{parameters.Name}.Least" : null;

    private int Count(T subset) => BitOperations.PopCount(EnumBits.Of(subset) & _all);
}
