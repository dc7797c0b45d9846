using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace HyperTune.Generators.Tests;

/// <inheritdoc cref="ISpaceDriver"/>
internal sealed class SpaceDriver<T> : ISpaceDriver
    where T : ISearchSpace<T>
{
    public SearchSpace Space => T.Space;

    public object Default => T.Space.Default;

    public object Decode(double[] vector) => T.Space.Decode(vector);

    public double[] Encode(object config)
    {
        double[] vector = new double[T.Space.DimensionCount];
        T.Space.Encode((T)config, vector);
        return vector;
    }

    public object Sample(ref RandomStream random) => T.Space.Sample(ref random);

    public ImmutableArray<ValidationError> Validate(object config) => T.Space.Validate((T)config);

    public string ToJson(object config)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            T.Space.WriteJson(writer, (T)config);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public object FromJson(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        return T.Space.ReadJson(ref reader);
    }
}
