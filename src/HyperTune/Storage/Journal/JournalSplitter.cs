using System.Buffers;
using System.Buffers.Text;
using System.Text;
using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal;

/// <summary>
/// Takes the studies of a journal apart in one pass: the records of each make a journal of their own, in which the study and its trials are numbered from 0.
/// Records that say nothing to anybody are left out, and with them that records belong to one change: who copies a whole file sees whole changes.
/// </summary>
internal sealed class JournalSplitter : IJournalLineReader
{
    private const int LongestNumber = 20;

    private readonly JournalCatalogReader _catalog = new();
    private readonly Dictionary<int, Part> _parts = [];
    private readonly List<(Part? Part, int Number)> _trials = [];

    public int LineCount { get; private set; }

    /// <summary>The studies in the order of their creation: their names of now, and their records.</summary>
    public IEnumerable<(string Name, ReadOnlyMemory<byte> Records)> Studies
        => _catalog.Replay.Studies.Select(study => (study.Name, _parts.TryGetValue(study.Id, out Part? part) ? part.Records.WrittenMemory : default));

    public void Read(ReadOnlySpan<byte> line)
    {
        int next = _catalog.Replay.Studies.NextId;
        _catalog.Read(line);
        var record = new JournalRecord(line);
        switch ((JournalOperation)record.ReadInteger(JournalKey.OpCode))
        {
            case JournalOperation.CreateStudy when _catalog.Replay.Studies.NextId > next:
                _parts.Add(next, new Part());
                Write(line, _parts[next], -1);
                break;
            case JournalOperation.SetStudyUserAttribute or JournalOperation.SetStudySystemAttribute when PartOf(in record) is { } part:
                Write(line, part, -1);
                break;
            case JournalOperation.CreateTrial when PartOf(in record) is { } part:
                _trials.Add((part, part.TrialCount++));
                Write(line, part, -1);
                break;
            case >= JournalOperation.SetTrialParameter and <= JournalOperation.SetTrialSystemAttribute
                when record.ReadInteger(JournalKey.TrialId) is >= 0 and var id && id < _trials.Count && _trials[(int)id] is { Part: { } part, Number: var number }:
                Write(line, part, number);
                break;
        }

        LineCount++;
    }

    private Part? PartOf(in JournalRecord record)
        => _catalog.Replay.Studies.TryGet(record.ReadInteger(JournalKey.StudyId), out JournalStudy? study) ? _parts[study.Id] : null;

    private static void Write(ReadOnlySpan<byte> line, Part part, int trial)
    {
        ArrayBufferWriter<byte> records = part.Records;
        var reader = new JournalTokenizer(line);
        reader.EnterObject();
        byte separator = (byte)'{';
        while (reader.NextMember(out JournalString name))
        {
            ReadOnlySpan<byte> value = reader.ReadRaw();
            ReadOnlySpan<byte> member = name.HasEscapes ? Encoding.UTF8.GetBytes(name.Decode()) : name.Raw;
            if (member.SequenceEqual("hypertune:more"u8))
            {
                continue;
            }

            records.Write([separator, (byte)'"']);
            records.Write(name.Raw);
            records.Write("\":"u8);
            separator = (byte)',';
            if (member.SequenceEqual("study_id"u8) || member.SequenceEqual("trial_id"u8))
            {
                Utf8Formatter.TryFormat(member[0] == (byte)'s' ? 0 : trial, records.GetSpan(LongestNumber), out int digits);
                records.Advance(digits);
            }
            else
            {
                records.Write(value);
            }
        }

        records.Write("}\n"u8);
    }

    private sealed class Part
    {
        public ArrayBufferWriter<byte> Records { get; } = new(1024);

        public int TrialCount { get; set; }
    }
}
