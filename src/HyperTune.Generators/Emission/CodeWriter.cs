using System;
using System.Collections.Generic;
using System.Text;

namespace HyperTune.Generators.Emission;

/// <summary>Writes indented code: LF only, four spaces, no white space on empty lines, one empty line between members and behind blocks.</summary>
internal sealed class CodeWriter
{
    private const int MaximumWidth = 150;

    private readonly StringBuilder _text = new(8192);
    private int _depth;
    private bool _atBlockStart = true;
    private bool _separate;

    /// <summary>Asks for an empty line before the next one, unless a block starts or ends there.</summary>
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

        if (_separate && !_atBlockStart && line.Length > 0 && line[0] != '}')
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

    /// <summary>Writes a list: in one line where there is room for it, else in several that are filled.</summary>
    /// <param name="start">What stands in front of the list, its opening bracket included.</param>
    /// <param name="items">The items.</param>
    /// <param name="end">What closes the list.</param>
    public void List(string start, IEnumerable<string> items, string end)
    {
        string all = string.Join(", ", items);
        if ((_depth * 4) + start.Length + all.Length + end.Length <= MaximumWidth)
        {
            Line(start + all + end);
            return;
        }

        Line(start);
        using (Indent())
        {
            var line = new StringBuilder(MaximumWidth);
            foreach (string item in items)
            {
                if (line.Length > 0 && ((_depth * 4) + line.Length + item.Length + end.Length + 2) > MaximumWidth)
                {
                    Line(line.Append(',').ToString());
                    line.Clear();
                }

                line.Append(line.Length == 0 ? "" : ", ").Append(item);
            }

            Line(line.Append(end).ToString());
        }
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
        Line($"if ({condition}) {then}");
        Line($"else {otherwise}");
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
