using System.Collections.Immutable;
using System.Text;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Distributions;

/// <summary>Reads the text of a distribution: the long form, the abbreviated one, and the five classes that Optuna has given up.</summary>
internal ref struct JournalDistributionReader
{
    private string? _class;
    private double? _low;
    private double? _high;
    private double? _step;
    private bool _isLogarithmic;
    private ImmutableArray<JournalChoice> _choices;

    /// <exception cref="JournalFormatException">The text is no distribution that Optuna could read.</exception>
    public static JournalDistribution Read(string json)
    {
        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
        var fields = default(JournalDistributionReader);
        fields.ReadMembers(ref reader, isInside: false);
        reader.ExpectEnd();
        return fields.Build(json);
    }

    // Attributes have none of their own, so that this never calls itself twice.
    private void ReadMembers(ref JournalTokenizer reader, bool isInside)
    {
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            switch (name.Decode())
            {
                case "name":
                    _class = reader.ReadString().Decode();
                    break;
                case "type":
                    _class = ClassOfType(reader.ReadString().Decode());
                    break;
                case "attributes" when !isInside:
                    ReadMembers(ref reader, isInside: true);
                    break;
                case "low":
                    _low = reader.ReadDouble();
                    break;
                case "high":
                    _high = reader.ReadDouble();
                    break;
                case "step" or "q":
                    _step = ReadStep(ref reader);
                    break;
                case "log":
                    _isLogarithmic = reader.ReadRaw()[0] == 't';
                    break;
                case "choices":
                    _choices = ReadChoices(ref reader);
                    break;
                default:
                    reader.ReadRaw();
                    break;
            }
        }
    }

    private readonly JournalDistribution Build(string json) => _class switch
    {
        JournalFloatDistribution.CurrentClass => new JournalFloatDistribution(Low(json), High(json), _isLogarithmic, _step),
        "UniformDistribution" or "DiscreteUniformDistribution" => new JournalFloatDistribution(Low(json), High(json), false, _step, _class),
        "LogUniformDistribution" => new JournalFloatDistribution(Low(json), High(json), true, null, _class),
        JournalIntDistribution.CurrentClass => new JournalIntDistribution((long)Low(json), (long)High(json), _isLogarithmic, IntStep),
        "IntUniformDistribution" => new JournalIntDistribution((long)Low(json), (long)High(json), false, IntStep, _class),
        "IntLogUniformDistribution" => new JournalIntDistribution((long)Low(json), (long)High(json), true, IntStep, _class),
        JournalCategoricalDistribution.CurrentClass when !_choices.IsDefaultOrEmpty => new JournalCategoricalDistribution(_choices),
        JournalCategoricalDistribution.CurrentClass => throw Missing("choices", json),
        null => throw Missing("name", json),
        _ => throw new JournalFormatException(
            $"\"{JournalLimits.Excerpt(_class)}\" is no distribution of Optuna's journal format: {JournalLimits.Excerpt(json)}"),
    };

    private readonly long IntStep => (long)(_step ?? 1);

    private readonly double Low(string json) => _low ?? throw Missing("low", json);

    private readonly double High(string json) => _high ?? throw Missing("high", json);

    private static JournalFormatException Missing(string name, string json)
        => new($"The distribution has no \"{name}\": {JournalLimits.Excerpt(json)}");

    private static string ClassOfType(string type) => type switch
    {
        "float" => JournalFloatDistribution.CurrentClass,
        "int" => JournalIntDistribution.CurrentClass,
        "categorical" => JournalCategoricalDistribution.CurrentClass,
        _ => throw new JournalFormatException($"\"{JournalLimits.Excerpt(type)}\" is no type of distribution: float, int or categorical."),
    };

    private static double? ReadStep(ref JournalTokenizer reader)
    {
        if (reader.Peek() == JournalTokenKind.Null)
        {
            reader.ReadRaw();
            return null;
        }

        return reader.ReadDouble();
    }

    private static ImmutableArray<JournalChoice> ReadChoices(ref JournalTokenizer reader)
    {
        var choices = ImmutableArray.CreateBuilder<JournalChoice>();
        reader.EnterArray();
        while (reader.NextElement())
        {
            choices.Add(JournalChoice.Read(ref reader));
        }

        return choices.ToImmutable();
    }
}
