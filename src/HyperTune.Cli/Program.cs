using System.CommandLine;
using System.Globalization;
using System.Text;
using HyperTune.Cli.Commands;

// What is printed is to be the same everywhere, so that scripts can read it.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// Buffered: a table may have as many lines as a study has trials.
var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
await using (output)
{
    return await CommandLine.RunAsync(args, output, Console.Error, Console.In);
}
