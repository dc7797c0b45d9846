using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.Studies.Export.TensorBoard;

/// <summary>A parameter as a column of TensorBoard: numbers with their range or list, truth values, and texts.</summary>
/// <param name="parameter">The parameter.</param>
internal sealed class HParam(Parameter parameter)
{
    private const int TypeString = 1;
    private const int TypeBool = 2;
    private const int TypeFloat = 3;

    private readonly double[]? _numbers = NumbersOf(parameter.Distribution.Labels);

    private int Type => parameter.Distribution.Labels.IsEmpty || _numbers is not null ? TypeFloat : parameter.ValueType == typeof(bool) ? TypeBool : TypeString;

    /// <summary>The column, as HParamInfo.</summary>
    public ProtoMessage Info
    {
        get
        {
            ProtoMessage info = new ProtoMessage().Text(1, parameter.Name);
            info = parameter.Description is { Length: > 0 } description ? info.Text(3, description) : info;
            info.Integer(4, Type);
            Distribution distribution = parameter.Distribution;
            if (!distribution.Labels.IsEmpty)
            {
                var list = new ProtoMessage();
                for (int i = 0; i < distribution.Labels.Length; i++)
                {
                    list.Message(1, Value(i));
                }

                return info.Message(5, list);
            }

            return distribution.HasLowEnd && distribution.HasHighEnd ? info.Message(6, new ProtoMessage().Double(1, distribution.Low).Double(2, distribution.High)) : info;
        }
    }

    /// <summary>The values of a config by name; those of inactive parameters are missing, because a null breaks sorting.</summary>
    public static IEnumerable<KeyValuePair<string, ProtoMessage>> ValuesOf(SearchSpace space, ReadOnlyMemory<double> vector)
    {
        foreach (Parameter parameter in space.Parameters)
        {
            if (vector.Span[parameter.Index] is var value && !double.IsNaN(value))
            {
                yield return new(parameter.Name, new HParam(parameter).Value(value));
            }
        }
    }

    // As google.protobuf.Value.
    private ProtoMessage Value(double value) => Type switch
    {
        TypeFloat => new ProtoMessage().Double(2, _numbers is null ? value : _numbers[(int)value]),
        TypeBool => new ProtoMessage().Bool(4, bool.Parse(parameter.Distribution.Labels[(int)value])),
        _ => new ProtoMessage().Text(3, parameter.Distribution.Labels[(int)value]),
    };

    private static double[]? NumbersOf(ImmutableArray<string> labels)
    {
        double[] numbers = new double[labels.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.TryParse(labels[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                return null;
            }
        }

        return numbers.Length == 0 ? null : numbers;
    }
}
