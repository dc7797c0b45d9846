using System.Globalization;
using System.Text.Json;
using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.State.Files;
using HyperTune.Text;
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
    private RecordedValue[]? _records;
    private FailureCause _cause;
    private double? _cost;
    private string? _note;
    private string? _noteText;

    /// <summary>Whether this version knows the kind and all fields.</summary>
    public bool IsKnown { get; private set; } = true;

    /// <summary>The kind of a name; false where this version does not know it.</summary>
    public static bool TryReadKind(string name, out StudyEventKind kind)
        => Enum.TryParse(name, ignoreCase: true, out kind) && kind != StudyEventKind.Unknown && name.All(char.IsAsciiLetter);

    public StudyEvent Read(ref Utf8JsonReader reader)
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            if (!TryReadHead(ref reader, member) && !TryReadBody(ref reader, member))
            {
                IsKnown = false;
                reader.Skip();
            }
        }

        StudyEvent read = _event with
        {
            Point = _values is null ? default : new TrialPoint(layouts[_space], _values),
            Outcome = _state is { } state ? new StoredOutcome(state, _metrics) { Reason = _reason, Gradient = _gradient, Records = _records, Cause = _cause, Cost = _cost } : null,
        };
        read = _note is null ? read : read with { Note = new StudyNote(_note, _noteText) };
        read = read.Outcome is null && _reason is not null ? read with { Reason = _reason } : read;
        return FindFault(in read) is { } fault ? throw new FormatException($"The event '{read.Kind}' has {fault}.") : read;
    }

    // What an event of its kind cannot be without.
    private static string? FindFault(in StudyEvent read)
    {
        bool isOfTrial = read.Kind is not (
            StudyEventKind.Unknown or StudyEventKind.SpaceChanged or StudyEventKind.SeedChosen or StudyEventKind.FilesOpened or StudyEventKind.Noted or StudyEventKind.Narrowed);
        bool hasPoint = read.Kind is StudyEventKind.Started or StudyEventKind.Enqueued or StudyEventKind.Assigned or StudyEventKind.Imported;
        bool hasOutcome = read.Kind is StudyEventKind.Ended or StudyEventKind.Retried or StudyEventKind.Imported;
        return isOfTrial && read.Trial < 0 ? "no trial"
            : hasPoint && read.Point.Layout is null ? "no values"
            : read.Point.Layout is { } layout && layout.Parameters.Length != read.Point.Values.Length ? "other values than its space has parameters"
            : read.Parent is { } parent && (parent < 0 || parent >= read.Trial) ? "a parent that did not start before"
            : hasOutcome && read.Outcome is null ? "no state"
            : read.Outcome is { } outcome && !TrialStates.IsEnd(outcome.State) ? "a state that is no end"
            : read.Kind == StudyEventKind.SpaceChanged && read.Layout is null ? "no space"
            : read.Kind == StudyEventKind.Narrowed && read.Narrowing is null ? "no narrowing"
            : read.Kind == StudyEventKind.SeedChosen && read.Seed is null ? "no seed"
            : read.Kind == StudyEventKind.Noted && read.Note is null ? "no note"
            : read.ReportedMetrics?.DistinctBy(static reported => reported.Step).Count() < read.ReportedMetrics?.Count ? "metrics of one step twice"
            : read.Kind == StudyEventKind.FilesOpened && !(read.Scope is { } scope && FileKey.IsScope(scope)) ? "no scope"
            : read.Kind == StudyEventKind.FileSaved && read.File is null ? "no file"
            : read.File is { } file && (file.FindFault() ?? FindForeignFault(file, read.Trial)) is { } fault ? fault
            : read.Report.Step < 0 || read.Reports?.Any(static report => report.Step < 0) == true ? "a report of a step below 0"
            : null;
    }

    private static string? FindForeignFault(StoredFile file, int trial)
        => FileKey.TryParse(file.Key, out FileKey key) && key.Trial == trial ? null : "a file of another trial";

    private bool TryReadHead(ref Utf8JsonReader reader, string member)
    {
        switch (member)
        {
            case "kind":
                ReadKind(PayloadJson.ReadText(ref reader));
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
            case "narrowing":
                _event = _event with { Narrowing = OutlinePayload.Read(ref reader) };
                return true;
            case "seed":
                _event = _event with { Seed = SeedText.Read(PayloadJson.ReadText(ref reader)) };
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
            case "key":
                _event = _event with { Key = ImportedTrialKey.Parse(PayloadJson.ReadText(ref reader)) };
                return true;
            case "parent":
                _event = _event with { Parent = reader.GetInt32() };
                return true;
            case "interruptions":
                _event = _event with { Interruptions = reader.GetInt32() };
                return true;
            case "due":
                _event = _event with { Due = ReadTime(ref reader) };
                return true;
            case "scope":
                _event = _event with { Scope = reader.GetString() };
                return true;
            case "note":
                _note = PayloadJson.ReadText(ref reader);
                return true;
            case "text":
                _noteText = PayloadJson.ReadText(ref reader);
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
                PayloadJson.Expect(ref reader, JsonTokenType.StartArray);
                var reports = new List<TrialReport>();
                while (PayloadJson.NextElement(ref reader))
                {
                    reports.Add(ReadReport(ref reader));
                }

                _event = _event with { Reports = reports };
                return true;
            case "reportedMetrics":
                _event = _event with { ReportedMetrics = ReadReportedMetrics(ref reader) };
                return true;
            case "file":
                _event = _event with { File = FilePayload.Read(ref reader) };
                return true;
            case "state":
                _state = TrialStates.Parse(PayloadJson.ReadText(ref reader));
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
            case "cause":
                _cause = FailureCauses.Parse(PayloadJson.ReadText(ref reader));
                return true;
            case "cost":
                _cost = PayloadJson.ReadNumber(ref reader);
                return true;
            case "records":
                _records = RecordPayload.ReadAll(ref reader);
                return true;
            default:
                return false;
        }
    }

    private void ReadKind(string name)
    {
        bool isKnown = TryReadKind(name, out StudyEventKind kind);
        _event = isKnown ? _event with { Kind = kind } : _event with { KindName = name };
        IsKnown &= isKnown;
    }

    private static TrialReport ReadReport(ref Utf8JsonReader reader)
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartArray);
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

    private static List<ReportedMetrics> ReadReportedMetrics(ref Utf8JsonReader reader)
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        var reported = new List<ReportedMetrics>();
        while (PayloadJson.NextMember(ref reader, out string step))
        {
            reported.Add(new ReportedMetrics(int.Parse(step, NumberStyles.None, CultureInfo.InvariantCulture), PayloadJson.ReadNumbers(ref reader)));
        }

        return reported;
    }

    private static DateTime ReadTime(ref Utf8JsonReader reader)
        => DateTime.Parse(PayloadJson.ReadText(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToUniversalTime();
}
