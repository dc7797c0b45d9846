using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>The text of a journal's records.</summary>
internal static class JsonRivals
{
    public const string Topic = "json";

    public static IEnumerable<Rivals> Create()
    {
        foreach ((string encoderName, JavaScriptEncoder encoder) in new[]
        {
            ("default encoder", JavaScriptEncoder.Default), ("relaxed encoder", JavaScriptEncoder.UnsafeRelaxedJsonEscaping),
        })
        {
            yield return Compare("start record", encoder, encoderName, JsonRecords.WriteStart, JsonRecords.WriteStart);
            yield return Compare("finish record", encoder, encoderName, JsonRecords.WriteFinish, JsonRecords.WriteFinish);
        }
    }

    private static Rivals Compare(
        string record, JavaScriptEncoder encoder, string encoderName, Action<JournalJsonWriter> ours, Action<Utf8JsonWriter, byte[]> theirs)
    {
        var writer = new JournalJsonWriter();
        var buffer = new ArrayBufferWriter<byte>(4096);
        var library = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder, SkipValidation = true });
        byte[] scratch = new byte[64];
        Action own = () =>
        {
            writer.Truncate(0);
            ours(writer);
            writer.EndLine();
        };
        Action other = () =>
        {
            buffer.ResetWrittenCount();
            library.Reset();
            theirs(library, scratch);
            library.Flush();
            buffer.Write("\n"u8);
        };
        own();
        other();
        return new Rivals($"{record} of five parameters", $"{writer.Length} bytes", "JournalJsonWriter", own, $"Utf8JsonWriter, {encoderName}", other)
        {
            LibraryNote = Compare(writer.Written, buffer.WrittenSpan),
        };
    }

    private static string Compare(ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs)
    {
        int common = ours.CommonPrefixLength(theirs);
        return ours.SequenceEqual(theirs)
            ? "the same bytes"
            : $"{theirs.Length} bytes, where ours has `{Around(ours, common)}` this has `{Around(theirs, common)}`";
    }

    private static string Around(ReadOnlySpan<byte> text, int place)
        => Encoding.UTF8.GetString(text[place..Math.Min(place + 12, text.Length)]).Trim();
}
