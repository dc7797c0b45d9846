using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using HyperTune.Spaces.Comparison;
using HyperTune.Spaces.Enumeration;

namespace HyperTune;

/// <summary>A search space without its config type: the flat list of parameters that strategies and storages work on.</summary>
/// <remarks>
/// A <i>vector</i> of the space has one entry per parameter, in the order of <see cref="Parameters"/>: the parameter's vector value
/// (see <see cref="Distribution"/>), or NaN where the parameter is inactive.
/// </remarks>
public abstract partial class SearchSpace
{
    /// <summary>How many draws in a row may break a constraint before a space counts as practically empty.</summary>
    public const int MaximumDraws = 10_000;

    private ImmutableArray<Parameter> _parameters;
    private int _offset;
    private readonly Lazy<BigInteger?> _cardinality;
    private readonly Lazy<string> _fingerprint;

    private protected SearchSpace()
    {
        _cardinality = new Lazy<BigInteger?>(() => SpaceEnumeration.CountConfigs(Parameters));
        _fingerprint = new Lazy<string>(() => Whole.ComputeFingerprint());
    }

    /// <summary>The config type's name without its namespace.</summary>
    public abstract string Name { get; }

    /// <summary>The config type.</summary>
    public abstract Type ConfigType { get; }

    /// <summary>All parameters, those of nested spaces included, in the order of a vector's entries; parents before their children.</summary>
    public ImmutableArray<Parameter> Parameters
    {
        get => _parameters;
        private protected set
        {
            _parameters = value;
            Relate(value);
            _offset = value.IsEmpty ? 0 : value[0].Index;
        }
    }

    /// <summary>The number of entries of a vector.</summary>
    public int DimensionCount => _parameters.Length;

    /// <summary>
    /// How many different configs the space holds, not counting inactive parameters and ignoring constraints and bounds by other values; <see langword="null"/>
    /// when a parameter is continuous and was not fixed at run time.
    /// </summary>
    public BigInteger? Cardinality => _cardinality.Value;

    /// <summary>
    /// Sixteen hexadecimal digits that change exactly when the meaning of the space does: the name, the distribution, the bound or the condition of a
    /// parameter. Defaults and the order of declarations do not count, nor does what the space was narrowed to at run time.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>What the space means, as much as a storage keeps of it.</summary>
    internal SpaceOutline Outline => new(Fingerprint, [.. Whole.Parameters.Select(ParameterOutline.Of)]) { HasConstraints = Whole.HasConstraints };

    /// <summary>The space as its type declares it, of which this one may be a part: vectors mean the same in both.</summary>
    internal virtual SearchSpace Whole => this;

    /// <summary>Whether a type declares the space, with its name and defaults; otherwise all that is known is what a storage keeps of it.</summary>
    internal virtual bool IsDeclared => true;

    /// <summary>Whether the default config is known; a storage of an earlier version does not keep it.</summary>
    internal virtual bool HasDefault => true;

    /// <summary>Whether this is a part of the space that its type declares.</summary>
    internal bool IsNarrowed => !ReferenceEquals(Whole, this);

    /// <summary>The part of the whole space in which the parameters have the given distributions, each a part of its parameter's own.</summary>
    internal abstract SearchSpace WithDistributions(ImmutableArray<Distribution> distributions);

    /// <summary>Draws a vector: every active parameter independently from its distribution. Constraints are not looked at.</summary>
    /// <param name="random">The source of randomness.</param>
    /// <param name="vector">Receives the vector; at least <see cref="DimensionCount"/> long.</param>
    public virtual void SampleVector(ref RandomStream random, Span<double> vector)
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            Parameter parameter = _parameters[i];
            vector[i] = IsActive(parameter, vector) ? FromUnit(parameter, random.NextUnit(), vector) : double.NaN;
        }

        Settle(vector);
    }

    /// <summary>Draws a vector whose constraints hold; gives up after <see cref="MaximumDraws"/> draws.</summary>
    /// <exception cref="ConstraintException">No draw satisfied the constraints.</exception>
    internal void SampleAllowedVector(ref RandomStream random, Span<double> vector)
    {
        string? violated = null;
        for (int draw = 0; draw < MaximumDraws; draw++)
        {
            SampleVector(ref random, vector);
            violated = FindViolatedConstraint(vector);
            if (violated is null)
            {
                return;
            }
        }

        throw ConstraintException.NothingDrawn(this, violated!);
    }

    /// <summary>The name of the first constraint that the vector's config breaks, or <see langword="null"/> when it satisfies all of them.</summary>
    /// <param name="vector">A vector of the space.</param>
    public virtual string? FindViolatedConstraint(ReadOnlySpan<double> vector) => null;

    /// <summary>Whether the space has constraints, so that not every vector is allowed.</summary>
    public virtual bool HasConstraints => false;

    /// <summary>Sets the entries of inactive parameters to NaN and gives active ones without a value their default.</summary>
    /// <param name="vector">The vector to complete, in place.</param>
    public void Normalize(Span<double> vector)
    {
        foreach (Parameter parameter in _parameters)
        {
            ref double value = ref vector[parameter.Index - _offset];
            if (!IsActive(parameter, vector))
            {
                value = double.NaN;
            }
            else if (double.IsNaN(value))
            {
                value = parameter.Bound is null ? parameter.DefaultValue : WindowOf(parameter, vector).Clamp(parameter.DefaultValue);
            }
        }
    }

    /// <summary>Whether exactly the active parameters have a value and each value is one that its distribution can give.</summary>
    /// <param name="vector">The vector to look at; <see cref="DimensionCount"/> long.</param>
    public bool Contains(ReadOnlySpan<double> vector)
    {
        if (vector.Length != DimensionCount)
        {
            return false;
        }

        foreach (Parameter parameter in _parameters)
        {
            double value = vector[parameter.Index - _offset];
            if (IsActive(parameter, vector) ? !parameter.Distribution.Contains(value) : !double.IsNaN(value))
            {
                return false;
            }
        }

        return FindBeyondBound(vector) is null;
    }

    /// <summary>The values of a vector's active parameters as invariant text, for instance <c>LearningRate = 0.001, Activation = relu</c>.</summary>
    /// <param name="vector">A vector of the space.</param>
    /// <exception cref="ArgumentOutOfRangeException">An entry is no index of its parameter's list.</exception>
    public string Format(ReadOnlySpan<double> vector)
    {
        var text = new StringBuilder();
        foreach (Parameter parameter in _parameters)
        {
            double value = vector[parameter.Index - _offset];
            if (!double.IsNaN(value))
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(parameter.Name).Append(" = ").Append(parameter.Format(value));
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// How one version of a space differs from another: parameters added, removed, narrowed, widened or changed, and those whose property was renamed but
    /// whose name was kept through <see cref="DistributionAttribute.Name"/>. A parameter with only another place or default does not differ.
    /// </summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <returns>The differences. Where both mean the same, which is when their fingerprints are equal, there are none except renamed properties.</returns>
    public static ImmutableArray<SpaceDifference> Compare(SearchSpace before, SearchSpace after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        IEnumerable<SpaceDifference> renamed =
            from parameter in after.Parameters
            let earlier = before.FindParameter(parameter.Name)
            where earlier is not null && earlier.PropertyName != parameter.PropertyName
            select new SpaceDifference(SpaceDifferenceKind.Renamed, parameter.Name, earlier.PropertyName, parameter.PropertyName);
        return [.. SpaceOutline.Compare(before.Outline, after.Outline), .. renamed];
    }

    /// <summary>The parameter with the given name.</summary>
    /// <param name="name">A dotted path; the comparison is ordinal.</param>
    /// <returns>The parameter, or <see langword="null"/> when there is none with that name.</returns>
    public Parameter? FindParameter(string name)
    {
        foreach (Parameter parameter in _parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>Whether the parameters of a space have the given distributions.</summary>
    private protected static bool HasDistributions(SearchSpace space, ImmutableArray<Distribution> distributions)
        => distributions.SequenceEqual(space.Parameters.Select(static parameter => parameter.Distribution));

    // The text that is hashed is a contract: changing it would make every stored study look foreign.
    private protected virtual string ComputeFingerprint()
    {
        IEnumerable<string> lines = Parameters
            .Select(static parameter => $"{parameter.Name.Length}:{parameter.Name}={parameter.Distribution.Canonical}{parameter.Bound?.Canonical}?{parameter.Condition?.Canonical}\n")
            .Order(StringComparer.Ordinal);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    // A parent in front of a nested space's slice is not ours to look at.
    private bool IsActive(Parameter parameter, ReadOnlySpan<double> vector)
        => parameter.Condition is not { } condition
            || condition.Parent.Index < _offset
            || condition.IsMetBy(vector[condition.Parent.Index - _offset]);
}
