using System.Collections.Immutable;
using System.Text.Json;

namespace HyperTune.Tests;

/// <summary>A search space written by hand whose configs are the vectors themselves, to test the runtime without the generator.</summary>
internal sealed class TestSpace : SearchSpace<double[]>
{
    private readonly Func<double[], bool>? _constraint;

    public TestSpace(params IEnumerable<Distribution> distributions)
        : this(distributions, constraint: null)
    {
    }

    public TestSpace(IEnumerable<Distribution> distributions, Func<double[], bool>? constraint)
        : this([.. distributions.Select((distribution, i) => CreateParameter($"x{i}", i, distribution))], constraint)
    {
    }

    public TestSpace(ImmutableArray<Parameter> parameters, Func<double[], bool>? constraint)
    {
        _constraint = constraint;
        Initialize(parameters);
    }

    public override string Name => nameof(TestSpace);

    public override bool HasConstraints => _constraint is not null;

    public override double[] Default => [.. Parameters.Select(static parameter => parameter.DefaultValue)];

    /// <summary>A space over parameters that the caller made, for instance conditional ones.</summary>
    public static TestSpace Of(params ImmutableArray<Parameter> parameters) => new(parameters, null);

    public static Parameter CreateParameter(string name, int index, Distribution distribution, ParameterCondition? condition = null)
        => new Parameter<double>(name, index, distribution, distribution.FromUnit(0.5), static v => v, static v => v, condition);

    /// <summary>The unit cube with the given number of dimensions.</summary>
    public static TestSpace Cube(int dimensions) => new(Enumerable.Range(0, dimensions).Select(static _ => new UniformDistribution(0, 1)));

    public override double[] Decode(ReadOnlySpan<double> vector) => vector[..DimensionCount].ToArray();

    public override void Encode(double[] config, Span<double> vector)
    {
        config.CopyTo(vector);
        Normalize(vector[..DimensionCount]);
    }

    public override string? FindViolatedConstraint(double[] config) => _constraint?.Invoke(config) == false ? "TestConstraint" : null;

    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        foreach (Parameter parameter in Parameters)
        {
            vector[parameter.Index] = parameter.IsActive(vector) ? parameter.Distribution.FromUnit(random.NextUnit()) : double.NaN;
        }
    }

    public override void Validate(double[] config, ICollection<ValidationError> errors)
    {
        if (!Contains(config))
        {
            errors.Add(new ValidationError(Name, "The vector is not in the space."));
        }
    }

    public override void WriteJson(Utf8JsonWriter writer, double[] config)
    {
        writer.WriteStartObject();
        foreach (Parameter parameter in Parameters.Where(parameter => !double.IsNaN(config[parameter.Index])))
        {
            writer.WriteNumber(parameter.Name, config[parameter.Index]);
        }

        writer.WriteEndObject();
    }

    public override double[] ReadJson(ref Utf8JsonReader reader)
    {
        double[] config = [.. Enumerable.Repeat(double.NaN, DimensionCount)];
        if (reader.TokenType == JsonTokenType.None)
        {
            reader.Read();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Parameter parameter = FindParameter(reader.GetString()!)!;
            reader.Read();
            config[parameter.Index] = reader.GetDouble();
        }

        return config;
    }
}
