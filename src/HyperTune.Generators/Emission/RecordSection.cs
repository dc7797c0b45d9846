using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>What a descriptor of metrics says of records.</summary>
internal static class RecordSection
{
    /// <summary>The expression that creates the description of a record.</summary>
    public static string Creation(RecordModel record) => $"{Runtime.MetricRecord}.Of{FormOf(record)}({Literals.String(record.Name)})";

    /// <summary>Writes the method that reads the records of an outcome.</summary>
    public static void WriteEncode(CodeWriter writer, MetricsModel metrics)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public override void EncodeRecords({metrics.TypeName} metrics, global::System.Span<{Runtime.RecordValue}> records)"))
        {
            int index = 0;
            foreach (RecordModel record in metrics.Records)
            {
                writer.Line($"records[{Literals.Text(index)}] = {Runtime.RecordValue}.Of{FormOf(record)}(metrics.{Identifiers.Escape(record.PropertyName)});");
                index++;
            }
        }
    }

    /// <summary>The expression that makes the member's value of what is kept.</summary>
    public static string ValueOf(RecordModel record, int index)
    {
        string value = $"records[{Literals.Text(index)}].As{FormOf(record)}()";
        return record.IsNullable ? value : record.Kind == ValueKind.String ? $"{value}!" : $"{value}.GetValueOrDefault()";
    }

    // The runtime has one pair of methods for each form of values.
    private static string FormOf(RecordModel record) => record.Kind switch
    {
        ValueKind.Boolean => "Flag",
        ValueKind.String => "Text",
        ValueKind.TimeSpan => "Time",
        ValueKind.Enum => $"Member<{record.TypeName}>",
        _ => $"Number<{record.TypeName}>",
    };
}
