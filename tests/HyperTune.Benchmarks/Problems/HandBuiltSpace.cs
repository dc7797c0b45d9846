using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>A search space described parameter by parameter instead of by attributes.</summary>
/// <typeparam name="T">The config type.</typeparam>
internal sealed class HandBuiltSpace<T> : SearchSpace<T>
{
    private readonly Func<double[], T> _decode;
    private readonly Func<T, double[]> _encode;

    public HandBuiltSpace(IReadOnlyList<Parameter> parameters, Func<double[], T> decode, Func<T, double[]> encode)
    {
        _decode = decode;
        _encode = encode;
        Initialize([.. parameters]);
    }

    public override string Name => typeof(T).Name;

    public override T Default
    {
        get
        {
            double[] vector = [.. Parameters.Select(static parameter => parameter.DefaultValue)];
            Normalize(vector);
            return _decode(vector);
        }
    }

    public static Parameter Numeric(string name, int index, Distribution distribution, ParameterCondition? condition = null)
        => new Parameter<double>(name, index, distribution, distribution.FromUnit(0.5), static v => v, static v => v, condition);

    public static Parameter Choice(string name, int index, string[] labels, ParameterCondition? condition = null)
        => new Parameter<int>(name, index, new ChoiceDistribution([.. labels]), 0, static v => (int)v, static v => v, condition);

    public override T Decode(ReadOnlySpan<double> vector) => _decode(vector.ToArray());

    public override void Encode(T config, Span<double> vector)
    {
        _encode(config).CopyTo(vector);
        Normalize(vector[..DimensionCount]);
    }

    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        foreach (Parameter parameter in Parameters)
        {
            vector[parameter.Index] = parameter.IsActive(vector) ? parameter.Distribution.FromUnit(random.NextUnit()) : double.NaN;
        }
    }

    public override void Validate(T config, ICollection<ValidationError> errors)
    {
        double[] vector = _encode(config);
        Normalize(vector);
        foreach (Parameter parameter in Parameters)
        {
            double value = vector[parameter.Index];
            if (!double.IsNaN(value) && !parameter.Distribution.Contains(value))
            {
                errors.Add(new ValidationError(parameter.Name, $"{parameter.Format(value)} is not allowed: {parameter.Distribution}."));
            }
        }
    }

    public override void WriteJson(Utf8JsonWriter writer, T config)
    {
        double[] vector = _encode(config);
        Normalize(vector);
        writer.WriteStartObject();
        foreach (Parameter parameter in Parameters.Where(parameter => !double.IsNaN(vector[parameter.Index])))
        {
            writer.WriteNumber(parameter.Name, vector[parameter.Index]);
        }

        writer.WriteEndObject();
    }

    public override T ReadJson(ref Utf8JsonReader reader)
    {
        double[] vector = [.. Parameters.Select(static _ => double.NaN)];
        if (reader.TokenType == JsonTokenType.None)
        {
            reader.Read();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Parameter? parameter = FindParameter(reader.GetString()!);
            reader.Read();
            if (parameter is null)
            {
                reader.Skip();
            }
            else
            {
                vector[parameter.Index] = reader.GetDouble();
            }
        }

        Normalize(vector);
        return _decode(vector);
    }
}
