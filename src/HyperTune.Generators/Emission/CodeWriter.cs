using System;
using System.Text;

namespace HyperTune.Generators.Emission;

/// <summary>Writes indented code: LF only, four spaces, no white space on empty lines, one empty line between members and behind blocks.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new(8192);
    private int _depth;
    private bool _atBlockStart = true;
    private bool _separate;

    /// <summary>Asks for an empty line before the next one, unless a block starts, ends or goes on there.</summary>
    public void Separate() => _separate = true;

    /// <summary>Writes a line, or several that line feeds separate.</summary>
    public void Line(string line)
    {
        if (line.IndexOf('\n') >= 0)
        {
            foreach (string part in line.Split('\n'))
            {
                Line(part);
            }

            return;
        }

        if (_separate && !_atBlockStart && line is not ("" or "else") && line[0] != '}' && !line.StartsWith("else if", StringComparison.Ordinal))
        {
            _text.Append('\n');
        }

        _separate = false;
        _atBlockStart = false;
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Indents what follows until the result is disposed.</summary>
    public Indentation Indent() => new(this, close: null);

    /// <summary>Writes a header and an opening brace; disposing the result closes it.</summary>
    public Indentation Block(string header, string close = "}")
    {
        Line(header);
        Line("{");
        _atBlockStart = true;
        return new Indentation(this, close);
    }

    /// <summary>Writes one of two statements, depending on a condition.</summary>
    public void IfElse(string condition, string then, string otherwise)
    {
        using (Block($"if ({condition})"))
        {
            Line(then);
        }

        using (Block("else"))
        {
            Line(otherwise);
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>A deeper level; ends when it is disposed.</summary>
    internal readonly struct Indentation : IDisposable
    {
        private readonly CodeWriter _writer;
        private readonly string? _close;

        public Indentation(CodeWriter writer, string? close)
        {
            _writer = writer;
            _close = close;
            _writer._depth++;
        }

        public void Dispose()
        {
            _writer._depth--;
            if (_close is not null)
            {
                _writer.Line(_close);
                _writer._separate = true;
            }
        }
    }
}
