using System.Reflection;

namespace HyperTune.Benchmarks;

/// <summary>A parameter as libraries without a generator know it: a property and the attribute read from it at the start.</summary>
internal sealed class ReflectedParameter
{
    private readonly Func<double, object> _draw;

    private ReflectedParameter(PropertyInfo property)
    {
        Property = property;
        _draw = property.GetCustomAttribute<DistributionAttribute>() switch
        {
            UniformAttribute uniform when property.PropertyType == typeof(int)
                => unit => (int)uniform.Low + (int)(unit * (uniform.High - uniform.Low + 1)),
            UniformAttribute uniform => unit => uniform.Low + (unit * (uniform.High - uniform.Low)),
            LogUniformAttribute log => LogUniform(Math.Log(log.Low), Math.Log(log.High)),
            ChoiceAttribute { Values.Count: 0 } when property.PropertyType == typeof(bool) => static unit => unit >= 0.5,
            ChoiceAttribute { Values.Count: > 0 } choice => unit => choice.Values[(int)(unit * choice.Values.Count)]!,
            var other => throw new NotSupportedException($"The property '{property.Name}' has no distribution that this comparison knows: {other}."),
        };
    }

    public PropertyInfo Property { get; }

    public string Name => Property.Name;

    /// <summary>The parameters of a type, read once and kept.</summary>
    public static ReflectedParameter[] Read(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.IsDefined(typeof(DistributionAttribute)))
            .Select(static property => new ReflectedParameter(property))];

    /// <summary>Draws a value of every parameter.</summary>
    public static Dictionary<string, object> Draw(ReflectedParameter[] parameters, ref RandomStream random)
    {
        var values = new Dictionary<string, object>(parameters.Length);
        foreach (ReflectedParameter parameter in parameters)
        {
            values.Add(parameter.Name, parameter._draw(random.NextUnit()));
        }

        return values;
    }

    private static Func<double, object> LogUniform(double low, double high) => unit => Math.Exp(low + (unit * (high - low)));
}
