namespace HyperTune.Benchmarks;

/// <summary>
/// Reflection done well: attributes are read once, a draw is a dictionary from names to boxed values, and the values are set through the properties.
/// </summary>
internal sealed class ReflectionSample : ConfigWorkload
{
    private readonly ReflectedParameter[] _parameters = ReflectedParameter.Read(typeof(SamplingConfig));
    private RandomStream _random = new(Seed);

    public override string Name => "reflection: PropertyInfo.SetValue";

    public override void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Dictionary<string, object> values = ReflectedParameter.Draw(_parameters, ref _random);
            object config = Activator.CreateInstance(typeof(SamplingConfig))!;
            foreach (ReflectedParameter parameter in _parameters)
            {
                parameter.Property.SetValue(config, values[parameter.Name]);
            }

            Last = (SamplingConfig)config;
        }
    }
}
