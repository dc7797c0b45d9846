using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>From the model of a set of metrics to the text of the generated file.</summary>
internal static class MetricsEmitter
{
    public static string Emit(MetricsModel metrics)
    {
        var writer = new CodeWriter();
        Containers.Write(writer, metrics.Namespace, metrics.Containers, writer =>
        {
            using (writer.Block($"{Containers.PartOf(metrics.Part)} : {(metrics.HasOneObjective ? Runtime.SingleObjective : Runtime.MetricsInterface)}<{metrics.TypeName}>"))
            {
                WriteProperty(writer, metrics);
                WriteDescriptor(writer, metrics);
            }
        });
        return writer.ToString();
    }

    private static void WriteProperty(CodeWriter writer, MetricsModel metrics)
    {
        if (!metrics.HasOwnMetricsMember)
        {
            writer.Line($"/// <summary>The metrics of {DocumentationText.Code(metrics.DisplayName)}: names, directions and limits.</summary>");
            writer.Line(Runtime.GeneratedCode);
            writer.Line($"public static {metrics.DescriptorName} Metrics => {metrics.DescriptorName}.Instance;");
            writer.Separate();
        }

        writer.Line(Runtime.GeneratedCode);
        writer.Line($"static {Runtime.MetricsDescriptor}<{metrics.TypeName}> {Runtime.MetricsInterface}<{metrics.TypeName}>.Metrics => {metrics.DescriptorName}.Instance;");
    }

    private static void WriteDescriptor(CodeWriter writer, MetricsModel metrics)
    {
        writer.Separate();
        writer.Line($"/// <summary>Describes the metrics of {DocumentationText.Code(metrics.DisplayName)}.</summary>");
        writer.Line(Runtime.GeneratedCode);
        using (writer.Block($"public sealed class {metrics.DescriptorName} : {Runtime.MetricsDescriptor}<{metrics.TypeName}>"))
        {
            if (metrics.IsValid)
            {
                WriteConstructor(writer, metrics);
            }
            else
            {
                writer.Line("// The declaration has errors: these members only spare their users more of them.");
                writer.Separate();
                writer.Line($"private {metrics.DescriptorName}() {StubSection.Body(metrics.DisplayName, metrics.Fault)}");
            }

            writer.Separate();
            writer.Line("/// <summary>The only instance.</summary>");
            writer.Line($"public static {metrics.DescriptorName} Instance {(metrics.IsValid ? "{ get; } = new();" : StubSection.Body(metrics.DisplayName, metrics.Fault))}");
            writer.Separate();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override string Name {(metrics.IsValid ? $"=> {Literals.String(metrics.DisplayName)};" : StubSection.Body(metrics.DisplayName, metrics.Fault))}");
            WriteProperties(writer, metrics);
            WriteEncode(writer, metrics);
            WriteDecode(writer, metrics);
        }
    }

    private static void WriteConstructor(CodeWriter writer, MetricsModel metrics)
    {
        using (writer.Block($"private {metrics.DescriptorName}()"))
        {
            int index = 0;
            foreach (MetricModel metric in metrics.Metrics)
            {
                string direction = metric.Direction is { } way ? $"{Runtime.Direction}.{way}" : "null";
                string limits = Limit("atLeast", metric.AtLeast) + Limit("atMost", metric.AtMost);
                writer.Line($"this.{PropertyOf(metric)} = new {Runtime.Metric}({Literals.String(metric.Name)}, {Literals.Text(index)}, {direction}{limits});");
                index++;
            }

            string records = metrics.Records.Count == 0 ? "" : $", [{string.Join(", ", metrics.Records.Select(RecordSection.Creation))}]";
            writer.Line($"Initialize([{string.Join(", ", metrics.Metrics.Select(static metric => $"this.{PropertyOf(metric)}"))}]{records});");
        }
    }

    private static void WriteProperties(CodeWriter writer, MetricsModel metrics)
    {
        foreach (MetricModel metric in metrics.Metrics)
        {
            string own = metric.Summary is { } summary ? DocumentationText.Sentence(summary) + " " : "";
            writer.Separate();
            writer.Line($"/// <summary>{XmlText.Escape(own + ParameterText.Metric(metric))}.</summary>");
            writer.Line($"{metric.Accessibility} {Runtime.Metric} {PropertyOf(metric)} {(metrics.IsValid ? "{ get; }" : StubSection.Body(metrics.DisplayName, metrics.Fault))}");
        }
    }

    private static void WriteEncode(CodeWriter writer, MetricsModel metrics)
    {
        string header = $"public override void Encode({metrics.TypeName} metrics, {Runtime.WritableVector} values)";
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        if (!metrics.IsValid)
        {
            writer.Line($"{header} {StubSection.Body(metrics.DisplayName, metrics.Fault)}");
            return;
        }

        using (writer.Block(header))
        {
            int index = 0;
            foreach (MetricModel metric in metrics.Metrics)
            {
                writer.Line($"values[{Literals.Text(index)}] = {NumberOf(metric)};");
                index++;
            }
        }
    }

    private static void WriteDecode(CodeWriter writer, MetricsModel metrics)
    {
        string header = $"public override {metrics.TypeName} Decode({Runtime.Vector} values)";
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        if (!metrics.IsValid)
        {
            writer.Line($"{header} {StubSection.Body(metrics.DisplayName, metrics.Fault)}");
            return;
        }

        if (metrics.Records.Count > 0)
        {
            writer.Line($"{header} => Decode(values, new {Runtime.RecordValue}[{Literals.Text(metrics.Records.Count)}]);");
            RecordSection.WriteEncode(writer, metrics);
            writer.Separate();
            writer.Line("/// <inheritdoc/>");
            header = $"public override {metrics.TypeName} Decode({Runtime.Vector} values, global::System.ReadOnlySpan<{Runtime.RecordValue}> records)";
        }

        string[] arguments = [.. metrics.Arguments.Select(argument => $"{Identifiers.Escape(argument.Name)}: {ValueOf(metrics, argument)}")];
        string[] assignments =
        [
            .. Enumerable.Range(0, metrics.Metrics.Count)
                .Where(index => metrics.Metrics[index].IsAssigned)
                .Select(index => $"{Identifiers.Escape(metrics.Metrics[index].PropertyName)} = {ValueOf(metrics, index)},"),
            .. Enumerable.Range(0, metrics.Records.Count)
                .Where(index => metrics.Records[index].IsAssigned)
                .Select(index => $"{Identifiers.Escape(metrics.Records[index].PropertyName)} = {RecordSection.ValueOf(metrics.Records[index], index)},"),
            .. metrics.OtherRequired.Select(static name => $"{Identifiers.Escape(name)} = default!,"),
        ];
        writer.Line($"{header} => new {metrics.TypeName}({string.Join(", ", arguments)}){(assignments.Length == 0 ? ";" : "")}");
        Creation.WriteInitializer(writer, assignments);
    }

    private static string ValueOf(MetricsModel metrics, MetricArgumentModel argument) => argument switch
    {
        { Metric: >= 0 } => ValueOf(metrics, argument.Metric),
        { Record: >= 0 } => RecordSection.ValueOf(metrics.Records[argument.Record], argument.Record),
        _ => "default!",
    };

    private static string ValueOf(MetricsModel metrics, int index)
    {
        string value = $"values[{Literals.Text(index)}]";
        return metrics.Metrics[index].Kind switch
        {
            ValueKind.Double => value,
            ValueKind.TimeSpan => $"{Runtime.MetricValue}.ToTimeSpan({value})",
            ValueKind.Decimal => $"{Runtime.MetricValue}.ToDecimal({value})",
            ValueKind.Half => $"(global::System.Half){value}",
            ValueKind.Single => $"(float){value}",
            ValueKind.SByte => $"(sbyte){value}",
            ValueKind.Byte => $"(byte){value}",
            ValueKind.Int16 => $"(short){value}",
            ValueKind.UInt16 => $"(ushort){value}",
            ValueKind.Int32 => $"(int){value}",
            ValueKind.UInt32 => $"(uint){value}",
            ValueKind.Int64 => $"(long){value}",
            ValueKind.UInt64 => $"(ulong){value}",
            { } kind => throw new System.InvalidOperationException($"There is no metric of the kind {kind}."),
        };
    }

    private static string NumberOf(MetricModel metric) => metric.Kind switch
    {
        ValueKind.TimeSpan => $"metrics.{Identifiers.Escape(metric.PropertyName)}.TotalSeconds",
        ValueKind.Decimal or ValueKind.Half => $"(double)metrics.{Identifiers.Escape(metric.PropertyName)}",
        _ => $"metrics.{Identifiers.Escape(metric.PropertyName)}",
    };

    private static string Limit(string name, NumberBits? limit) => limit is { } number ? $", {name}: {Literals.Double(number.Value)}" : "";

    private static string PropertyOf(MetricModel metric) => Identifiers.Escape(metric.DescriptorProperty);
}
