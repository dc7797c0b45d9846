using System.Buffers.Binary;
using System.Diagnostics;
using System.Reflection;
using HyperTune.Studies.Export.TensorBoard;

namespace HyperTune.Tests;

/// <summary>Reads event files, with a compiler of Protocol Buffers that knows nothing of the code that wrote them.</summary>
internal static class EventFiles
{
    /// <summary>The one event file of a directory.</summary>
    public static string In(string directory) => Assert.Single(Directory.GetFiles(directory, "events.out.tfevents.*"));

    /// <summary>The data of the records of a file, whose checksums are checked.</summary>
    public static List<byte[]> Records(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        var records = new List<byte[]>();
        for (int place = 0; place < bytes.Length;)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(place));
            Assert.Equal(EventRecord.MaskedChecksum(bytes.AsSpan(place, 8)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place + 8)));
            byte[] data = bytes[(place + 12)..(place + 12 + length)];
            Assert.Equal(EventRecord.MaskedChecksum(data), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place + 12 + length)));
            records.Add(data);
            place += 16 + length;
        }

        return records;
    }

    /// <summary>The events of a file as text, one for each record.</summary>
    public static List<string> Decode(string path) => [.. Records(path).Select(Decode)];

    private static string Decode(byte[] data)
    {
        string compiler = typeof(EventFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Protoc").Value!;
        using Process process = Process.Start(new ProcessStartInfo(compiler)
        {
            ArgumentList = { "--decode=Event", $"--proto_path={AppContext.BaseDirectory}", "events.proto" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.BaseStream.Write(data);
        process.StandardInput.Close();
        string text = process.StandardOutput.ReadToEnd();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(("", 0), (errors, process.ExitCode));

        // In a line, without the times.
        return string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(static line => !line.Contains("time", StringComparison.Ordinal)));
    }
}
