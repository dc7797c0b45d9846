using System.Text.Json;

namespace HyperTune.Tests;

/// <summary>One parameter from 0 to 1 whose config cannot be created above 0.5, as where a constructor checks its arguments.</summary>
internal sealed class FragileSpace : SearchSpace<double>
{
    public FragileSpace() => Initialize([TestSpace.CreateParameter("x", 0, new UniformDistribution(0, 1))]);

    public override string Name => nameof(FragileSpace);

    public override double Default => 0.5;

    public override double Decode(ReadOnlySpan<double> vector)
        => vector[0] <= 0.5 ? vector[0] : throw new InvalidOperationException("x is too large.");

    public override void Encode(double config, Span<double> vector) => vector[0] = config;

    public override void SampleVector(ref RandomStream random, Span<double> vector) => vector[0] = random.NextUnit();

    public override void Validate(double config, ICollection<ValidationError> errors)
    {
    }

    public override void WriteJson(Utf8JsonWriter writer, double config) => writer.WriteNumberValue(config);

    public override double ReadJson(ref Utf8JsonReader reader) => reader.GetDouble();
}
