using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Spaces.Comparison;

namespace HyperTune.Studies.Restored;

/// <summary>A search space without a config type: its configs are vectors that can be shown.</summary>
/// <param name="name">A name in the place of the type's.</param>
internal abstract class UntypedSpace(string name) : SearchSpace<RestoredConfig>
{
    private ConfigTree? _tree;

    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override RestoredConfig Default => Decode([.. Parameters.Select(static parameter => parameter.DefaultValue)]);

    public override RestoredConfig Decode(ReadOnlySpan<double> vector) => new(vector[..DimensionCount].ToArray(), _tree!);

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

    /// <summary>Sets the parameters; called once.</summary>
    /// <param name="parameters">All parameters in the order of a vector's entries.</param>
    /// <param name="isNested">Whether dots and brackets in their names mean something; another program's names are names.</param>
    protected void Initialize(ImmutableArray<Parameter> parameters, bool isNested)
    {
        Initialize(parameters);
        _tree = new ConfigTree(parameters, isNested);
    }

    /// <summary>A parameter of which the storage knows what its outline says. Without a default it has the first of its list, or the middle of its range.</summary>
    protected static Parameter<double> Create(ParameterOutline outline, int index, ParameterCondition? condition = null, ParameterBound? bound = null)
    {
        double start = outline.Default is { } known && outline.Distribution.Contains(known) ? known
            : outline.Distribution.PointAt(outline.Distribution.Labels.IsEmpty ? 0.5 : 0);
        return new(outline.Name, index, outline.Distribution, start, static value => value, static value => value, condition) { Bound = bound };
    }
}
