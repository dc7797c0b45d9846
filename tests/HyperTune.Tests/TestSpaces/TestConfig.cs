using System.Text.Json;

namespace HyperTune.Tests;

/// <summary>A config type as users write it, with the part that the generator would add written by hand.</summary>
internal sealed record TestConfig : ISearchSpace<TestConfig>
{
    public static SearchSpace<TestConfig> Space { get; } = new Descriptor();

    public double X { get; init; } = 0.5;

    public int Units { get; init; } = 4;

    /// <summary>Not tuned.</summary>
    public int Epochs { get; init; } = 30;

    private sealed class Descriptor : SearchSpace<TestConfig>
    {
        public Descriptor() => Initialize(
        [
            TestSpace.CreateParameter("X", 0, new UniformDistribution(-1, 1)),
            TestSpace.CreateParameter("Units", 1, new UniformDistribution(1, 8, 1)),
        ]);

        public override string Name => nameof(TestConfig);

        public override TestConfig Default => new();

        public override TestConfig Decode(ReadOnlySpan<double> vector) => new() { X = vector[0], Units = (int)vector[1] };

        public override void Encode(TestConfig config, Span<double> vector)
        {
            vector[0] = config.X;
            vector[1] = config.Units;
        }

        public override void SampleVector(ref RandomStream random, Span<double> vector)
        {
            foreach (Parameter parameter in Parameters)
            {
                vector[parameter.Index] = parameter.Distribution.FromUnit(random.NextUnit());
            }
        }

        public override void Validate(TestConfig config, ICollection<ValidationError> errors)
        {
            double[] vector = new double[DimensionCount];
            Encode(config, vector);
            foreach (Parameter parameter in Parameters.Where(parameter => !parameter.Distribution.Contains(vector[parameter.Index])))
            {
                errors.Add(new ValidationError(parameter.Name, $"{vector[parameter.Index]} is outside; {parameter.Distribution} is allowed."));
            }
        }

        public override void WriteJson(Utf8JsonWriter writer, TestConfig config) => JsonSerializer.Serialize(writer, config);

        public override TestConfig ReadJson(ref Utf8JsonReader reader) => JsonSerializer.Deserialize<TestConfig>(ref reader)!;
    }
}
