using System.Text.Json;
using System.Text.Json.Serialization;

namespace HyperTune.Benchmarks;

/// <summary>Reflection with JSON between the drawn values and the config: serialize the dictionary, deserialize the type.</summary>
/// <param name="keepsOptions">
/// Whether one set of serializer options, with everything cached in it, serves all draws. ML.NET makes new ones for every value it draws; here
/// there is one for every config.
/// </param>
internal sealed class ReflectionJsonSample(bool keepsOptions) : ConfigWorkload
{
    private readonly ReflectedParameter[] _parameters = ReflectedParameter.Read(typeof(SamplingConfig));
    private readonly JsonSerializerOptions _kept = CreateOptions();
    private RandomStream _random = new(Seed);

    public override string Name => keepsOptions ? "reflection and JSON, options kept" : "reflection and JSON, as ML.NET";

    public override void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            JsonSerializerOptions options = keepsOptions ? _kept : CreateOptions();
            string json = JsonSerializer.Serialize(ReflectedParameter.Draw(_parameters, ref _random), options);
            Last = JsonSerializer.Deserialize<SamplingConfig>(json, options);
        }
    }

    private static JsonSerializerOptions CreateOptions() => new() { Converters = { new JsonStringEnumConverter() } };
}
