namespace HyperTune.Studies.Export.TensorBoard;

/// <summary>The events of TensorBoard's HParams plugin, and scalars, by the numbers of their fields.</summary>
internal static class HParamsEvents
{
    public const int StatusSuccess = 1;
    public const int StatusFailure = 2;

    // Event.
    private const int WallTime = 1;
    private const int Step = 2;
    private const int FileVersionField = 3;
    private const int Summary = 5;

    // Of a summary and of one of its values.
    private const int SummaryValue = 1;
    private const int Tag = 1;
    private const int SimpleValue = 2;
    private const int Tensor = 8;
    private const int Metadata = 9;

    // Of a value's metadata, and what the plugin puts into it.
    private const int PluginData = 1;
    private const int PluginName = 1;
    private const int PluginContent = 2;
    private const int ExperimentContent = 2;
    private const int StartContent = 3;
    private const int EndContent = 4;

    // An empty tensor of floats: type 1, shape [0].
    private static readonly byte[] NoTensor = [0x08, 0x01, 0x12, 0x02, 0x12, 0x00];

    /// <summary>The first event of each file.</summary>
    public static ProtoMessage FileVersion(double time) => new ProtoMessage().Double(WallTime, time).Text(FileVersionField, "brain.Event:2");

    /// <summary>One point of a curve.</summary>
    public static ProtoMessage Scalar(double time, string tag, long step, double value)
    {
        ProtoMessage point = new ProtoMessage().Text(Tag, tag).Float(SimpleValue, (float)value);
        ProtoMessage happened = new ProtoMessage().Double(WallTime, time);
        return (step == 0 ? happened : happened.Integer(Step, step)).Message(Summary, new ProtoMessage().Message(SummaryValue, point));
    }

    /// <summary>What is tuned, and by what it is judged; once in the root.</summary>
    /// <param name="time">The time, in seconds since 1970.</param>
    /// <param name="parameters">An HParamInfo for each parameter.</param>
    /// <param name="metrics">A MetricInfo for each curve that is a column.</param>
    public static ProtoMessage Experiment(double time, IEnumerable<ProtoMessage> parameters, IEnumerable<ProtoMessage> metrics)
    {
        const int TimeCreated = 3;
        const int ParameterInfo = 4;
        const int MetricInfo = 5;
        ProtoMessage experiment = new ProtoMessage().Double(TimeCreated, time);
        foreach (ProtoMessage parameter in parameters)
        {
            experiment.Message(ParameterInfo, parameter);
        }

        foreach (ProtoMessage metric in metrics)
        {
            experiment.Message(MetricInfo, metric);
        }

        return Plugin(time, "_hparams_/experiment", ExperimentContent, experiment);
    }

    /// <summary>A metric whose values are the curve with a tag.</summary>
    public static ProtoMessage Metric(string tag, string displayName, string? description)
    {
        ProtoMessage metric = new ProtoMessage().Message(1, new ProtoMessage().Text(2, tag)).Text(3, displayName);
        return description is null ? metric : metric.Text(4, description);
    }

    /// <summary>The config of a session.</summary>
    /// <param name="time">The time, in seconds since 1970.</param>
    /// <param name="values">The values, as google.protobuf.Value, by parameter.</param>
    /// <param name="group">The sessions with which it is one row.</param>
    public static ProtoMessage SessionStart(double time, IEnumerable<KeyValuePair<string, ProtoMessage>> values, string group)
    {
        const int Values = 1;
        const int GroupName = 4;
        const int StartTime = 5;
        var start = new ProtoMessage();
        foreach ((string name, ProtoMessage value) in values)
        {
            start.Message(Values, new ProtoMessage().Text(1, name).Message(2, value));
        }

        return Plugin(time, "_hparams_/session_start_info", StartContent, start.Text(GroupName, group).Double(StartTime, time));
    }

    /// <summary>How a session ended.</summary>
    public static ProtoMessage SessionEnd(double time, int status)
        => Plugin(time, "_hparams_/session_end_info", EndContent, new ProtoMessage().Integer(1, status).Double(2, time));

    private static ProtoMessage Plugin(double time, string tag, int content, ProtoMessage message)
    {
        ProtoMessage data = new ProtoMessage().Text(PluginName, "hparams").Bytes(PluginContent, new ProtoMessage().Message(content, message).ToArray());
        ProtoMessage value = new ProtoMessage().Text(Tag, tag).Bytes(Tensor, NoTensor).Message(Metadata, new ProtoMessage().Message(PluginData, data));
        return new ProtoMessage().Double(WallTime, time).Message(Summary, new ProtoMessage().Message(SummaryValue, value));
    }
}
