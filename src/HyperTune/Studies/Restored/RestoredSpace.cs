using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Spaces.Comparison;

namespace HyperTune.Studies.Restored;

/// <summary>
/// A search space of which only what a storage keeps is known: names, distributions and the texts of conditions. A parameter exists where a vector has a value
/// of it, so that stored vectors can be read, but no new ones be made.
/// </summary>
internal sealed class RestoredSpace : SearchSpace<RestoredConfig>
{
    /// <summary>The words in the place of a condition where a parameter exists in every config.</summary>
    public const string Always = "always";

    private readonly SpaceOutline _outline;
    private readonly ConfigTree _tree;

    /// <param name="name">A name in the place of the type's.</param>
    /// <param name="outline">What the storage keeps of the space; without a fingerprint where another program made it.</param>
    public RestoredSpace(string name, SpaceOutline outline)
    {
        Name = name;
        _outline = outline;
        Initialize([.. outline.Parameters.Select(Restore)]);
        _tree = new ConfigTree(Parameters, isNested: IsOwn);
    }

    public override string Name { get; }

    public override RestoredConfig Default => Decode([.. Parameters.Select(static parameter => parameter.DefaultValue)]);

    /// <summary>Whether the space was declared by a type; otherwise its parameters are those that were found in trials.</summary>
    public bool IsOwn => _outline.Fingerprint.Length > 0;

    public override RestoredConfig Decode(ReadOnlySpan<double> vector) => new(vector[..DimensionCount].ToArray(), _tree);

    public override void Encode(RestoredConfig config, Span<double> vector) => config.Vector.CopyTo(vector);

    public override void Validate(RestoredConfig config, ICollection<ValidationError> errors)
    {
        foreach (Parameter parameter in Parameters)
        {
            double value = config.Vector[parameter.Index];
            if (!double.IsNaN(value) && !parameter.Distribution.Contains(value))
            {
                errors.Add(new ValidationError(parameter.Name, $"{parameter.Format(value)} is not allowed. Allowed: {parameter.Range}."));
            }
        }
    }

    public override void WriteJson(Utf8JsonWriter writer, RestoredConfig config) => config.ToJson().WriteTo(writer);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: configs come from a storage.</exception>
    public override RestoredConfig ReadJson(ref Utf8JsonReader reader)
        => throw new NotSupportedException($"The configs of '{Name}' are those of its stored trials; others cannot be read without their type.");

    /// <inheritdoc/>
    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        // All that there is, as nobody knows what excludes what.
        vector[..DimensionCount].Clear();
        base.SampleVector(ref random, vector);
    }

    private protected override string ComputeFingerprint() => IsOwn ? _outline.Fingerprint : base.ComputeFingerprint();

    // Also one that exists in any case may have no value: trials of an earlier space do not have what was added since.
    private Parameter<double> Restore(ParameterOutline outline, int index)
    {
        string words = !IsOwn ? "a trial has it"
            : outline.Condition.Length == 0 ? Always
            : ConditionText.ToWords(outline.Condition);
        return Create(outline, index, ParameterCondition.WhereGiven(Create(outline, index, condition: null), outline.Condition, words));
    }

    private static Parameter<double> Create(ParameterOutline outline, int index, ParameterCondition? condition)
        => new(outline.Name, index, outline.Distribution, outline.Distribution.FromUnit(0.5), static value => value, static value => value, condition);
}
