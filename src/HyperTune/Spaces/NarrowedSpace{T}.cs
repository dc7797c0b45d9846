using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Text;

namespace HyperTune.Spaces;

/// <summary>
/// A part of a type's search space: some parameters have some of their values only. Vectors, configs and JSON are those of the whole space, whose code
/// does all conversions.
/// </summary>
/// <typeparam name="T">The config type.</typeparam>
internal sealed class NarrowedSpace<T> : SearchSpace<T>
{
    private readonly SearchSpace<T> _whole;
    private readonly Lazy<double[]> _default;

    /// <param name="whole">The whole space.</param>
    /// <param name="distributions">The distribution of each of its parameters, a part of the parameter's own.</param>
    public NarrowedSpace(SearchSpace<T> whole, ImmutableArray<Distribution> distributions)
    {
        _whole = whole;
        var parameters = new Parameter[whole.DimensionCount];
        foreach (Parameter parameter in whole.Parameters)
        {
            // Parents come before their children.
            ParameterCondition? condition = parameter.Condition is { IsWhereGiven: false } declared ? declared.On(parameters[declared.Parent.Index]) : parameter.Condition;
            Distribution distribution = distributions[parameter.Index];
            parameters[parameter.Index] = ReferenceEquals(distribution, parameter.Distribution) && ReferenceEquals(condition, parameter.Condition)
                ? parameter
                : parameter.Narrowed(distribution, condition);
        }

        Initialize([.. parameters]);
        _default = new Lazy<double[]>(() => NearestTo(whole.Default));
    }

    public override string Name => _whole.Name;

    public override T Default => _whole.Decode(_default.Value);

    public override bool HasConstraints => _whole.HasConstraints;

    internal override SearchSpace Whole => _whole;

    // What exists at another default point takes the conditions, which a space that no type declares has only as texts.
    internal override bool HasDefault => _whole.IsDeclared || (_whole.HasDefault && HasDefaultOfWhole());

    public override T Decode(ReadOnlySpan<double> vector) => _whole.Decode(vector);

    public override void Encode(T config, Span<double> vector) => _whole.Encode(config, vector);

    public override string? FindViolatedConstraint(T config) => _whole.FindViolatedConstraint(config);

    public override void WriteJson(Utf8JsonWriter writer, T config) => _whole.WriteJson(writer, config);

    public override T ReadJson(ref Utf8JsonReader reader) => _whole.ReadJson(ref reader);

    public override void Validate(T config, ICollection<ValidationError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        int before = errors.Count;
        _whole.Validate(config, errors);
        if (errors.Count > before)
        {
            return;
        }

        double[] vector = new double[DimensionCount];
        _whole.Encode(config, vector);
        foreach (Parameter parameter in Parameters)
        {
            double value = vector[parameter.Index];
            if (!double.IsNaN(value) && !parameter.Distribution.Contains(value))
            {
                errors.Add(new ValidationError(parameter.Name, $"{Printable.Of(parameter.Format(value))} is not allowed in the narrowed space. Allowed: {parameter.Range}."));
            }
        }
    }

    public override string ToString() => $"{Name} narrowed: {string.Join("; ", NarrowedParameters())}";

    private IEnumerable<string> NarrowedParameters()
        => Parameters.Where(static parameter => !ReferenceEquals(parameter.Distribution, parameter.Whole.Distribution)).Select(static parameter => $"{parameter.Name}: {parameter.Range}");

    private bool HasDefaultOfWhole()
    {
        double[] vector = new double[DimensionCount];
        _whole.Encode(_whole.Default, vector);
        return vector.AsSpan().SequenceEqual(_default.Value);
    }

    private double[] NearestTo(T config)
    {
        double[] vector = new double[DimensionCount];
        _whole.Encode(config, vector);
        foreach (Parameter parameter in Parameters)
        {
            ref double value = ref vector[parameter.Index];
            value = parameter.Distribution.Contains(value) ? value : parameter.Distribution.Snap(value);
        }

        Normalize(vector);
        MoveWithinBounds(vector);
        return vector;
    }
}
