using System.Globalization;
using System.Text.Json;
using HyperTune.State;
using HyperTune.Trials;

namespace HyperTune.Storage.Payloads;

/// <summary>Reads one event from its JSON.</summary>
internal sealed class EventBuilder(PointLayouts layouts)
{
    private StudyEvent _event = new() { Kind = StudyEventKind.Unknown };
    private int _space = -1;
    private double[]? _values;
    private TrialState? _state;
    private double[] _metrics = [];
    private string? _reason;
    private double[]? _gradient;

    /// <summary>Whether this version knows the kind and all fields.</summary>
    public bool IsKnown { get; private set; } = true;

    public StudyEvent Read(ref Utf8JsonReader reader)
    {
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            if (!TryReadHead(ref reader, member) && !TryReadBody(ref reader, member))
            {
                IsKnown = false;
                reader.Skip();
            }
        }

        return _event with
        {
            Point = _values is null ? default : new TrialPoint(layouts[_space], _values),
            Outcome = _state is { } state ? new StoredOutcome(state, _metrics) { Reason = _reason, Gradient = _gradient } : null,
        };
    }

    private bool TryReadHead(ref Utf8JsonReader reader, string member)
    {
        switch (member)
        {
            case "kind":
                ReadKind(reader.GetString()!);
                return true;
            case "time":
                _event = _event with { Time = ReadTime(ref reader) };
                return true;
            case "trial":
                _event = _event with { Trial = reader.GetInt32() };
                return true;
            case "essential":
                _event = _event with { IsEssential = reader.GetBoolean() };
                return true;
            case "outline":
                _event = _event with { Layout = layouts.Find(OutlinePayload.Read(ref reader)) };
                return true;
            case "seed":
                _event = _event with { Seed = ulong.Parse(reader.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture) };
                return true;
            case "owner":
                _event = _event with { Owner = reader.GetString() };
                return true;
            case "worker":
                _event = _event with { Worker = reader.GetString() };
                return true;
            case "source":
                _event = _event with { Source = reader.GetString() };
                return true;
            case "interruptions":
                _event = _event with { Interruptions = reader.GetInt32() };
                return true;
            case "started":
                _event = _event with { Started = ReadTime(ref reader) };
                return true;
            default:
                return false;
        }
    }

    private bool TryReadBody(ref Utf8JsonReader reader, string member)
    {
        switch (member)
        {
            case "space":
                _space = reader.GetInt32();
                return true;
            case "values":
                _values = PayloadJson.ReadNumbers(ref reader);
                return true;
            case "report":
                _event = _event with { Report = ReadReport(ref reader) };
                return true;
            case "reports":
                var reports = new List<TrialReport>();
                while (PayloadJson.NextElement(ref reader))
                {
                    reports.Add(ReadReport(ref reader));
                }

                _event = _event with { Reports = reports };
                return true;
            case "state":
                _state = TrialStates.Parse(reader.GetString()!);
                return true;
            case "metrics":
                _metrics = PayloadJson.ReadNumbers(ref reader);
                return true;
            case "reason":
                _reason = reader.GetString();
                return true;
            case "gradient":
                _gradient = PayloadJson.ReadNumbers(ref reader);
                return true;
            default:
                return false;
        }
    }

    private void ReadKind(string name)
    {
        bool isKnown = Enum.TryParse(name, ignoreCase: true, out StudyEventKind kind) && kind != StudyEventKind.Unknown && !char.IsAsciiDigit(name[0]);
        _event = isKnown ? _event with { Kind = kind } : _event with { KindName = name };
        IsKnown &= isKnown;
    }

    private static TrialReport ReadReport(ref Utf8JsonReader reader)
    {
        reader.Read();
        int step = reader.GetInt32();
        reader.Read();
        double value = PayloadJson.ReadNumber(ref reader);
        ReportKind kind = ReportKind.Progress;
        while (PayloadJson.NextElement(ref reader))
        {
            kind = (ReportKind)reader.GetByte();
        }

        return new TrialReport(step, value) { Kind = kind };
    }

    private static DateTime ReadTime(ref Utf8JsonReader reader)
        => DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToUniversalTime();
}
