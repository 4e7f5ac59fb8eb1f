using System.Text;
using ReformGraph.Engine;
using Xunit;

namespace ReformGraph.Tests.Engine;

public sealed class DocumentTextTests : IDisposable
{
    private readonly TinyEngine tiny = new();

    public void Dispose() => tiny.Dispose();

    [Fact]
    public void The_same_bytes_are_the_same_document_and_other_bytes_another()
    {
        var known = tiny.Engine.Document("\"{ books { totalCount } }\""u8);
        Assert.Same(known, tiny.Engine.Document(Encoding.UTF8.GetBytes("\"{ books { totalCount } }\"")));
        Assert.NotSame(known, tiny.Engine.Document("\"{ loans { totalCount } }\""u8));
        Assert.Equal("{ books { totalCount } }", known.Text);
    }

    [Fact]
    public void However_its_text_is_escaped_a_document_has_one_plan()
    {
        var plain = tiny.Engine.Prepare(new QueryRequest(tiny.Engine.Document("\"{ books { totalCount } }\""u8), null, default));
        var escaped = tiny.Engine.Prepare(new QueryRequest(tiny.Engine.Document("\"\\u007b books { totalCount } }\""u8), null, default));
        Assert.Same(plain.Compiled, escaped.Compiled);
    }
}
